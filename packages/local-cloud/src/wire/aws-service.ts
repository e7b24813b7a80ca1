/** An HTTP request as it came over the wire: the path still percent-encoded, header names in lower case. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Who asks for an operation, and under which request id. */
export interface Call {
  readonly service: string;
  readonly operation: string;
  readonly requestId: string;
  /** From the User-Agent's `app/golive-<action>`; absent for other clients. */
  readonly action?: string;
  /** The caller's ARN, as GetCallerIdentity gives it. */
  readonly caller: string;
}

/**
 * One operation of a service. Numbers and booleans of a Query request arrive as text, its timestamps as ISO text;
 * JSON timestamps arrive as epoch seconds. Answer timestamps with `Date`: each protocol writes it its own way.
 */
// biome-ignore lint/suspicious/noExplicitAny: an operation's input is whatever the client sent; each one validates its own
export type Operation = (input: any, call: Call) => unknown | Promise<unknown>;

/** In a Query answer, the element name of each item of a list, by the list's own name; `member` where unlisted. */
export type ListNames = Readonly<Record<string, string>>;

export type Wire =
  /** `xmlns` where the service still answers the Query protocol too, as CloudWatch does to older clients. */
  | { readonly kind: 'json'; readonly version: '1.0' | '1.1'; readonly targetPrefix: string; readonly xmlns?: string }
  | { readonly kind: 'query'; readonly xmlns: string; readonly lists: ListNames }
  | { readonly kind: 'rest-xml' };

export interface AwsService {
  /** The service in the credential scope: ecs, ecr, elasticloadbalancing, rds, route53, logs, monitoring, secretsmanager, sts. */
  readonly signingName: string;
  readonly wire: Wire;
  readonly operations: Readonly<Record<string, Operation>>;
  /** REST services route themselves; an AwsError they throw is written in their protocol. */
  readonly handle?: (request: HttpRequest, call: Call) => Promise<HttpResponse>;
  /** For REST services: the operation's input, for what it may be permitted on. */
  readonly inputOf?: (request: HttpRequest) => unknown;
  /** For REST services: the operation that a request asks for; faults, policies and the journal go by it. */
  readonly operationOf?: (request: HttpRequest) => string | undefined;
}

/** An error that a service answers with; `status` is the HTTP status, `fields` are the error shape's other members. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: Readonly<Record<string, unknown>>;
  /** The permission that a policy did not allow, and its resource, where that is the error. */
  denied?: string;

  constructor(code: string, message: string, status = 400, fields: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
    this.fields = fields;
  }
}
