export const id = 2428;
export const ids = [2428];
export const modules = {

/***/ 12428:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openCodeDeploy: () => (/* binding */ openCodeDeploy)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50057);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60569);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76282);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33973);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6325);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(38744);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(43446);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(84447);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(48954);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(73858);
/* harmony import */ var _services_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2089);
/** What is asked of CodeDeploy. The only file that loads its SDK: it is imported when the first service needs it. */


/** Errors are the SDK's own. */
function openCodeDeploy(settings) {
    const client = new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_0__/* .CodeDeployClient */ .c(settings);
    const names = ({ application, group }) => ({ applicationName: application, deploymentGroupName: group });
    const list = async (place, filter) => {
        const found = [];
        let nextToken;
        do {
            const page = await client.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_1__/* .ListDeploymentsCommand */ .s({ ...names(place), ...filter, ...(nextToken ? { nextToken } : {}) }));
            found.push(...(page.deployments ?? []));
            nextToken = page.nextToken;
        } while (nextToken);
        return found;
    };
    const create = async (place, { content, description, config }) => {
        const { deploymentId = '' } = await client.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_2__/* .CreateDeploymentCommand */ .t({
            ...names(place),
            revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
            description,
            ...(config ? { deploymentConfigName: config } : {}),
        }));
        return deploymentId;
    };
    return {
        create,
        /** Undefined when the group has a deployment under way: somebody else was first, or an answer to this was lost. */
        async createUnlessBusy(place, deployment) {
            try {
                return await create(place, deployment);
            }
            catch (error) {
                if (error instanceof Error && error.name === 'DeploymentLimitExceededException')
                    return undefined;
                throw error;
            }
        },
        async group(place) {
            const { deploymentGroupInfo = {} } = await client.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_3__/* .GetDeploymentGroupCommand */ .W(names(place)));
            return deploymentGroupInfo;
        },
        /** Ids of the deployments that have not ended: CodeDeploy lets a group have one, and the way back of it. */
        async inFlight(place) {
            return list(place, { includeOnlyStatuses: ['Created', 'Queued', 'InProgress', 'Baking', 'Ready'] });
        },
        /** Every deployment that was created since then, and is still known, newest first. */
        async since(place, start) {
            const ids = await list(place, { createTimeRange: { start } });
            const found = [];
            // BatchGetDeployments takes at most 25 ids.
            for (const deploymentIds of (0,_services_js__WEBPACK_IMPORTED_MODULE_4__/* .chunks */ .VN)(ids, 25)) {
                const answer = await client.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_5__/* .BatchGetDeploymentsCommand */ .A({ deploymentIds }));
                found.push(...(answer.deploymentsInfo ?? []));
            }
            const age = ({ createTime }) => createTime?.getTime() ?? 0;
            // No documentation says in which order ListDeployments gives them.
            return found.sort((a, b) => age(b) - age(a));
        },
        async deployment(deploymentId) {
            const { deploymentInfo = {} } = await client.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_6__/* .GetDeploymentCommand */ .T({ deploymentId }));
            return deploymentInfo;
        },
        /**
         * The AppSpec of a deployment; GetDeployment tells its hash alone:
         * https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_GetDeployment.html
         */
        async appSpec({ applicationName, revision }) {
            const answer = await client.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_7__/* .GetApplicationRevisionCommand */ .d({ applicationName, revision }));
            return answer.revision?.appSpecContent?.content ?? answer.revision?.string?.content;
        },
        async target(deploymentId, targetId) {
            const answer = await client.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_8__/* .GetDeploymentTargetCommand */ .O({ deploymentId, targetId }));
            return answer.deploymentTarget?.ecsTarget;
        },
        /** Lets the traffic shift. Harmless when somebody else has done so, or when it has ended. */
        async continue(deploymentId) {
            try {
                await client.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_9__/* .ContinueDeploymentCommand */ .M({ deploymentId, deploymentWaitType: 'READY_WAIT' }));
            }
            catch (error) {
                const over = ['DeploymentIsNotInReadyStateException', 'DeploymentAlreadyCompletedException'];
                if (!(error instanceof Error) || !over.includes(error.name))
                    throw error;
            }
        },
        /** Harmless when it has ended already. */
        async stop(deploymentId) {
            try {
                await client.send(new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_10__/* .StopDeploymentCommand */ .N({ deploymentId, autoRollbackEnabled: true }));
            }
            catch (error) {
                if (error instanceof Error && error.name === 'DeploymentAlreadyCompletedException')
                    return;
                throw error;
            }
        },
    };
}


/***/ })

};
