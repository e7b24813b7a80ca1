import { randomUUID } from 'node:crypto';
import type { CloudHost } from './cloud.ts';
import { control } from './control.ts';
import { listen } from './listen.ts';
import { type Guards, respond } from './respond.ts';
import type { HttpRequest, HttpResponse } from './wire/aws-service.ts';
import { identify } from './wire/identify.ts';

/** Serves the AWS API and the control endpoints on one loopback port; answers its url. */
export async function serve(cloud: CloudHost, guards: Guards, port: number): Promise<string> {
  return listen(cloud, port, async (request) => {
    if (request.path.startsWith('/_golive/'))
      return { response: fromBrowser(request) ?? (await control(cloud, guards, request)), dropped: false };
    const asked = identify(
      request,
      [...cloud.parts.values()].flatMap((part) => part.service ?? []),
    );
    const requestId = randomUUID();
    if (asked) return respond(cloud, guards, request, asked, requestId);
    return { response: notAnAwsCall(request, requestId), dropped: false };
  });
}

/** A web page that is open in a browser on this machine must not steer the cloud, under whatever name it reaches it. */
function fromBrowser({ headers }: HttpRequest): HttpResponse | undefined {
  const local = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? '');
  if (local && headers.origin === undefined) return undefined;
  return { status: 403, body: 'the control endpoints answer to programs on this machine only' };
}

function notAnAwsCall(request: HttpRequest, requestId: string): HttpResponse {
  const what = request.headers['x-amz-target'] ?? `${request.method} ${request.path}`;
  return {
    status: 404,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': requestId },
    body: JSON.stringify({
      __type: 'UnknownOperationException',
      message: `${what} belongs to no service of the local cloud`,
    }),
  };
}
