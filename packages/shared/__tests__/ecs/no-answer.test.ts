import { isPassing, leavesOpen } from '#shared/ecs/no-answer';

const anError = (name: string, message: string, httpStatusCode?: number) =>
  Object.assign(new Error(message), { name, $metadata: httpStatusCode === undefined ? {} : { httpStatusCode } });
const denied = (action: string) => anError('AccessDenied', `User: u is not authorized to perform: ${action} on r`, 403);

test('throttling, a server error and a broken connection may pass', () => {
  expect(isPassing(anError('ThrottlingException', 'Rate exceeded', 400))).toBe(true);
  expect(isPassing(anError('ServerException', '', 500))).toBe(true);
  expect(isPassing(anError('Error', 'read ECONNRESET'))).toBe(true);
});

test('a refusal does not pass, and neither does a mistake of this program', () => {
  expect(isPassing(anError('ClientException', 'TaskDefinition is inactive', 400))).toBe(false);
  expect(isPassing(denied('ecs:UpdateService'))).toBe(false);
  expect(isPassing(new TypeError('x is undefined'))).toBe(false);
});

test('a look that is not allowed leaves open how things stand; a change that is not allowed was not made', () => {
  expect(leavesOpen(denied('route53:GetChange'))).toBe(true);
  expect(leavesOpen(denied('rds:DescribeDBInstances'))).toBe(true);
  expect(leavesOpen(denied('route53:ChangeResourceRecordSets'))).toBe(false);
});
