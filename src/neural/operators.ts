import { hardSwish, logistic, relu } from './activation.ts';
import { prepareConvolution } from './convolution.ts';
import { prepareDepthwiseConvolution } from './depthwise-convolution.ts';
import { prepareActivation, prepareAdd, prepareMultiply, preparePrelu } from './elementwise.ts';
import {
  prepareLandmarksToTransform,
  prepareTransformLandmarks,
  prepareTransformTensor,
  prepareTransposedConvolution,
} from './mediapipe-operators.ts';
import type { PrepareOperator } from './operator.ts';
import { prepareAveragePool, prepareMaxPool } from './pooling.ts';
import { prepareFullyConnected, prepareMean, prepareSoftmax } from './reduction.ts';
import { prepareResizeBilinear } from './resize.ts';
import { prepareConcatenation, preparePad, prepareReshape, prepareStridedSlice } from './shaping.ts';

/** Every operator that can be run, by the name in the model's file. */
export const OPERATORS: Readonly<Record<string, PrepareOperator>> = {
  CONV_2D: prepareConvolution,
  DEPTHWISE_CONV_2D: prepareDepthwiseConvolution,
  FULLY_CONNECTED: prepareFullyConnected,
  MAX_POOL_2D: prepareMaxPool,
  AVERAGE_POOL_2D: prepareAveragePool,
  MEAN: prepareMean,
  SOFTMAX: prepareSoftmax,
  ADD: prepareAdd,
  MUL: prepareMultiply,
  RELU: prepareActivation(relu),
  PRELU: preparePrelu,
  LOGISTIC: prepareActivation(logistic),
  HARD_SWISH: prepareActivation(hardSwish),
  PAD: preparePad,
  RESHAPE: prepareReshape,
  CONCATENATION: prepareConcatenation,
  STRIDED_SLICE: prepareStridedSlice,
  RESIZE_BILINEAR: prepareResizeBilinear,
  Convolution2DTransposeBias: prepareTransposedConvolution,
  Landmarks2TransformMatrix: prepareLandmarksToTransform,
  TransformTensorBilinear: prepareTransformTensor,
  TransformLandmarks: prepareTransformLandmarks,
};
