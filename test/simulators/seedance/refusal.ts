/** An error as the vendor answers it: four keys always, and the request's id in the message. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const said = (status: number, code: string, message: string): Refusal => ({ status, code, message });

export const badField = (field: string, message: string): Refusal =>
  said(400, 'InvalidParameter', `The parameter \`${field}\` specified in the request is not valid: ${message}`);
export const missingField = (field: string): Refusal =>
  said(
    400,
    'MissingParameter',
    `The request failed because it is missing one or multiple required parameters: ${field}`,
  );

export const REFUSALS = {
  unauthorized: said(401, 'AuthenticationError', "The API key doesn't exist or is invalid"),
  'no-such-model': said(
    404,
    'InvalidEndpointOrModel.NotFound',
    'The model or endpoint does not exist or you do not have access to it.',
  ),
  'model-not-open': said(
    404,
    'ModelNotOpen',
    'Your account has not activated the model. Please activate the model service in the Ark Console.',
  ),
  'no-such-task': said(404, 'NotFound.Task', 'The requested task does not exist'),
  running: said(409, 'InvalidAction.RunningTaskDeletion', 'Cannot delete task because it is currently running'),
  overloaded: said(429, 'ServerOverloaded', 'The service is currently overloaded. Please try again later.'),
  rpm: said(
    429,
    'RateLimitExceeded.EndpointRPMExceeded',
    'The Requests Per Minute (RPM) limit of the associated endpoint has been exceeded.',
  ),
  'queue-full': said(429, 'QuotaExceeded', 'Your account has exceeded the quota of queued tasks.'),
  'trial-over': said(429, 'QuotaExceeded', 'Your account has exhausted its free trial quota for the model.'),
  'spending-limit': said(
    429,
    'SetLimitExceeded',
    'The spending limit that you set has been reached; the model service has been paused.',
  ),
  overdue: said(403, 'AccountOverdueError', 'The request failed because your account has an overdue balance.'),
  'text-refused': said(
    400,
    'InputTextSensitiveContentDetected',
    'The request failed because the input text may contain sensitive information.',
  ),
  'text-severe': said(
    400,
    'SensitiveContentDetected.SevereViolation',
    'The request failed because the input may contain severe violations.',
  ),
  'image-refused': said(
    400,
    'InputImageSensitiveContentDetected',
    'The request failed because the input image may contain sensitive information.',
  ),
  'face-refused': said(
    400,
    'InputImageSensitiveContentDetected.PrivacyInformation',
    "The request failed because the input image 'content[1]' may contain real person.",
  ),
  'output-refused': said(
    400,
    'OutputVideoSensitiveContentDetected',
    'The request failed because the output video may contain sensitive information.',
  ),
  'endpoint-closed': said(400, 'InvalidEndpoint.ClosedEndpoint', 'The endpoint is closed or temporarily unavailable.'),
  'never-heard-of': said(400, 'SomethingNew.NobodyKnows', 'This code is in no document.'),
  internal: said(500, 'InternalServiceError', 'The service encountered an unexpected internal error.'),
} as const satisfies Record<string, Refusal>;
export type RefusalName = keyof typeof REFUSALS;

export const refusalBody = ({ code, message }: Refusal, requestId: string) => ({
  error: {
    code,
    message: `${message} Request id: ${requestId}`,
    param: '',
    type: code === 'InternalServiceError' ? '' : 'BadRequest',
  },
});
