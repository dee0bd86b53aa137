import { describe, expect, it } from 'vitest';
import { expectedTokens, ratioOf } from '../http/clip-tokens.ts';
import { PROMPTS, readPrompts } from '../http/prompts.ts';
import { plainWords, writePrompt } from '../http/write-prompt.ts';
import { namedModel, SEEDANCE_MODELS, STANDARD_SEEDANCE_MODEL } from './models.ts';
import { isSevere, troubleKind } from './trouble-codes.ts';

describe('models', () => {
  it('are named as the vendor names them, or as the operator does', () => {
    expect(namedModel('doubao-seedance-1-0-pro-fast-251015')).toMatchObject({
      name: 'doubao-seedance-1-0-pro-fast-251015',
      shortestSeconds: 2,
    });
    expect(namedModel('ep-2026=dreamina-seedance-2-0-mini-260615')).toMatchObject({ name: 'ep-2026', takesSeed: false });
    expect(namedModel('doubao-seedance-2-0-mini-260615')).toMatchObject({ id: 'dreamina-seedance-2-0-mini-260615' });
    expect(namedModel('seedance-9')).toBeUndefined();
  });

  it('has a standard one that is not retired and makes clips of 3 seconds', () => {
    const standard = SEEDANCE_MODELS.find(({ id }) => id === STANDARD_SEEDANCE_MODEL);
    expect(standard).toMatchObject({ shortestSeconds: 2 });
    expect(standard?.retiredOn).toBeUndefined();
  });

  it.each([
    // bills that were seen, and the vendor's table
    ['standard', '16:9', 5, 108_900],
    ['multiples-of-32', '9:16', 5, 103_818],
    ['multiples-of-32', '3:4', 5, 110_110],
  ] as const)('are billed %s %s %s s: %s tokens', (sizes, ratio, seconds, tokens) => {
    expect(expectedTokens(sizes, ratio, seconds)).toBe(tokens);
  });

  it.each([
    [720, 960, '3:4'],
    [1080, 1920, '9:16'],
    [1000, 1010, '1:1'],
    [2560, 1080, '21:9'],
  ])('choose for %d x %d the ratio %s', (widthPixels, heightPixels, ratio) => {
    expect(ratioOf('standard', { widthPixels, heightPixels })).toBe(ratio);
  });
});

describe('codes', () => {
  it.each([
    ['InputImageSensitiveContentDetected', '', 'moderation-image'],
    ['InputImageSensitiveContentDetected.PolicyViolation', '', 'moderation-image'],
    ['InputImageSensitiveContentDetected.PrivacyInformation', '', 'moderation-face'],
    ['InvalidParameter.UnsupportedParameter', 'the specified parameter `frames` is not supported', 'configuration'],
    ['InvalidParameter', 'Error while downloading image, error: expected the width to be at least 300px', 'moderation-image'],
    ['InvalidParameter.TaskTypeConstraint', '', 'moderation-text'],
    ['ModelAccountTpmRateLimitExceeded', '', 'overloaded'],
    ['QuotaExceeded', 'Your account has exceeded the quota of queued tasks', 'overloaded'],
    ['QuotaExceeded', 'exhausted its free trial quota', 'operator'],
    ['OperationDenied.ServiceOverdue', '', 'operator'],
    ['Nonsense', '', undefined],
  ])('%s "%s" is %s', (code, message, kind) => {
    expect(troubleKind(code, message)).toBe(kind);
  });

  /** Every code that the vendor documents, and what it means for us (error page 1299023, August 2026). */
  const DOCUMENTED: Readonly<Record<string, readonly string[]>> = {
    configuration: [
      ...['MissingParameter', 'MissingParameter.model', 'InvalidParameter', 'InvalidParameter.UnsupportedParameter'],
      ...['InvalidEndpointOrModel.NotFound', 'InvalidEndpointOrModel.ModelIDAccessDisabled', 'ModelNotOpen'],
      ...['InvalidEndpoint.NotFound', 'UnsupportedModel'],
    ],
    'moderation-text': [
      ...['InvalidParameter.TaskTypeConstraint', 'InvalidParameter.TaskTypeMismatch', 'SensitiveContentDetected'],
      ...['SensitiveContentDetected.SevereViolation', 'SensitiveContentDetected.Violence'],
      ...['InputTextSensitiveContentDetected', 'InputTextSensitiveContentDetected.PolicyViolation', 'InputTextRiskDetection'],
    ],
    'moderation-image': [
      ...['InvalidImageURL.EmptyURL', 'InvalidImageURL.InvalidFormat', 'InputImageSensitiveContentDetected'],
      'InputImageSensitiveContentDetected.PolicyViolation',
    ],
    'moderation-face': ['InputImageSensitiveContentDetected.PrivacyInformation'],
    'moderation-output': [
      ...['OutputVideoSensitiveContentDetected', 'OutputVideoSensitiveContentDetected.PolicyViolation'],
      ...['OutputAudioSensitiveContentDetected', 'OutputAudioSensitiveContentDetected.PolicyViolation'],
    ],
    operator: [
      ...['AuthenticationError', 'InvalidAccountStatus', 'AccountOverdueError', 'AccessDenied', 'QuotaExceeded'],
      ...['OperationDenied.ServiceNotOpen', 'OperationDenied.ServiceOverdue', 'OperationDenied.PermissionDenied'],
      ...['SetLimitExceeded', 'AccountSetLimitExceeded'],
    ],
    overloaded: [
      ...['RateLimitExceeded.EndpointRPMExceeded', 'RateLimitExceeded.EndpointTPMExceeded'],
      ...['RateLimitExceeded.FoundationModelRPMExceeded', 'ModelAccountRpmRateLimitExceeded', 'ModelAccountTpmRateLimitExceeded'],
      ...['APIAccountRpmRateLimitExceeded', 'AccountRateLimitExceeded', 'InflightBatchsizeExceeded', 'ServerOverloaded'],
      ...['RequestBurstTooFast', 'ModelLoadingError', 'ContentSecurityDetectionError'],
    ],
    gone: ['NotFound.Task'],
    broken: ['InternalServiceError', 'InvalidEndpoint.ClosedEndpoint'],
  };
  it.each(Object.entries(DOCUMENTED))('that are documented and mean %s are known', (kind, codes) => {
    expect(codes.map((code) => [code, troubleKind(code, '')])).toEqual(codes.map((code) => [code, kind]));
  });

  it('tell what the vendor calls severe', () => {
    expect(isSevere('SensitiveContentDetected.SevereViolation')).toBe(true);
    expect(['SensitiveContentDetected', 'SensitiveContentDetected.Violence'].some(isSevere)).toBe(false);
  });
});

describe('prompts', () => {
  it('say who moves how, and what stays', () => {
    const { text, cameraFixed } = writePrompt({ motion: { id: 'wave-hello', customText: '' }, strength: 'lively' }, PROMPTS);
    expect(text).toMatch(/^The character in the picture lifts one hand .* lively\. The camera does not move\. .*no talking/);
    expect(cameraFixed).toBe(true);
  });

  it('can be changed in parts by a file, whose mistakes are named', () => {
    const changed = readPrompts('{"version":2,"presets":{"breathing":{"beats":"breathes.","cameraFixed":false}}}');
    expect(changed.presets.breathing).toEqual({ beats: 'breathes.', cameraFixed: false });
    expect(changed.presets['wave-hello']).toEqual(PROMPTS.presets['wave-hello']);
    expect(() => readPrompts('{"version":2,"presets":{"dancing":{}}}')).toThrow(/dancing/);
  });

  it.each([
    ['nods --dur 12', 'nods dur 12'],
    ['nods — then smiles', 'nods — then smiles'],
    ['half-closed eyes', 'half-closed eyes'],
    ['a -rs 1080p', 'a rs 1080p'],
    ['nods\n--wm\ttrue', 'nods wm true'],
    ['says "hello"', 'says hello'],
    ['----', ''],
    ['頷いて、微笑む', '頷いて、微笑む'],
  ])('make of %j nothing but words: %j', (text, words) => {
    expect(plainWords(text)).toBe(words);
  });
});
