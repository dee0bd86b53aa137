import type { EngineTroubleKind } from '../../domain/engine/engine-trouble.ts';

/** The vendor's codes by their beginnings; the longest one that fits counts. */
const KINDS: Readonly<Record<string, EngineTroubleKind>> = {
  MissingParameter: 'configuration',
  InvalidParameter: 'configuration',
  'InvalidParameter.TaskTypeConstraint': 'moderation-text',
  'InvalidParameter.TaskTypeMismatch': 'moderation-text',
  InvalidImageURL: 'moderation-image',
  SensitiveContentDetected: 'moderation-text',
  InputTextSensitiveContentDetected: 'moderation-text',
  InputTextRiskDetection: 'moderation-text',
  InputImageSensitiveContentDetected: 'moderation-image',
  'InputImageSensitiveContentDetected.PrivacyInformation': 'moderation-face',
  OutputVideoSensitiveContentDetected: 'moderation-output',
  OutputAudioSensitiveContentDetected: 'moderation-output',
  ContentSecurityDetectionError: 'overloaded',
  AuthenticationError: 'operator',
  InvalidAccountStatus: 'operator',
  AccountOverdueError: 'operator',
  AccessDenied: 'operator',
  OperationDenied: 'operator',
  SetLimitExceeded: 'operator',
  AccountSetLimitExceeded: 'operator',
  QuotaExceeded: 'operator',
  InvalidEndpointOrModel: 'configuration',
  InvalidEndpoint: 'configuration',
  // so an endpoint answers that is away for a while, and maybe a retired one: the tries are counted
  'InvalidEndpoint.ClosedEndpoint': 'broken',
  ModelNotOpen: 'configuration',
  UnsupportedModel: 'configuration',
  NotFound: 'gone',
  RateLimitExceeded: 'overloaded',
  ModelAccountRpmRateLimitExceeded: 'overloaded',
  ModelAccountTpm: 'overloaded',
  APIAccountRpmRateLimitExceeded: 'overloaded',
  AccountRateLimitExceeded: 'overloaded',
  InflightBatchsizeExceeded: 'overloaded',
  ServerOverloaded: 'overloaded',
  RequestBurstTooFast: 'overloaded',
  ModelLoadingError: 'overloaded',
  InternalServiceError: 'broken',
};

/** What the vendor itself calls severe; strikes are counted by it (docs/guide/safety.md). */
const SEVERE = /\.SevereViolation\b/;
export const isSevere = (code: string): boolean => SEVERE.test(code);

/** Codes that mean two things; the message tells which. */
const BY_MESSAGE: readonly (readonly [beginning: string, message: RegExp, kind: EngineTroubleKind])[] = [
  // a picture that cannot be fetched, is too small or too narrow
  ['InvalidParameter', /\b(?:image|width|height|aspect ratio)\b/i, 'moderation-image'],
  // too many orders that wait; the other meaning, a free trial that is used up, needs the operator
  ['QuotaExceeded', /exceeded the quota/i, 'overloaded'],
];

/** The class of a vendor's code; `undefined`: nobody knows this code yet. */
export function troubleKind(code: string, message: string): EngineTroubleKind | undefined {
  const known = Object.keys(KINDS)
    .filter((beginning) => code.startsWith(beginning))
    .sort((a, b) => b.length - a.length)[0];
  const told = BY_MESSAGE.find(([beginning, pattern]) => known === beginning && pattern.test(message));
  return told?.[2] ?? (known === undefined ? undefined : KINDS[known]);
}
