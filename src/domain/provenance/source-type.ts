/** How a file came about, in the words of the IPTC (https://cv.iptc.org/newscodes/digitalsourcetype/). */
export type DigitalSourceType = 'trainedAlgorithmicMedia' | 'compositeWithTrainedAlgorithmicMedia';

/**
 * A generative engine makes every pixel anew: media of a trained model. The built-in engine moves layers that it cuts out of a
 * picture, which a model had made: a composite with such media.
 */
export function sourceTypeOf({ engineIsGenerative }: { readonly engineIsGenerative: boolean }): DigitalSourceType {
  return engineIsGenerative ? 'trainedAlgorithmicMedia' : 'compositeWithTrainedAlgorithmicMedia';
}

/** The address by which metadata names it. */
export function sourceTypeUri(type: DigitalSourceType): string {
  return `http://cv.iptc.org/newscodes/digitalsourcetype/${type}`;
}
