import type { components, operations } from './api-types.ts';

/** The words of the product, as the service's document describes them. */
type Schemas = components['schemas'];

export type ApiKey = Schemas['ApiKey'];
export type Attachment = Schemas['Attachment'];
export type CancelAnswer = Schemas['CancelAnswer'];
export type Character = Schemas['Character'];
export type Chat = Schemas['Chat'];
export type Clip = Schemas['Clip'];
export type ClipPlaces = Schemas['ClipPlaces'];
export type ClipRequest = Schemas['ClipRequest'];
/** What a clip is copied into besides its MP4. */
export type CopyFormat = Exclude<
  NonNullable<operations['getClipDownload']['parameters']['query']>['format'],
  'mp4' | undefined
>;
/** A copy that is there to be fetched. */
export interface ClipCopy {
  readonly url: string;
  readonly sizeBytes: number;
}
export type CustomMotionReading = Schemas['CustomMotionReading'];
export type FacePoints = Schemas['FacePoints'];
export type GalleryItem = Schemas['GalleryItem'];
export type LiveEvent = Schemas['LiveEvent'];
export type Me = Schemas['Me'];
export type Message = Schemas['Message'];
export type Moment = Schemas['Moment'];
export type MotionSheet = Schemas['MotionSheet'];
export type Notification = Schemas['Notification'];
export type Person = Schemas['Person'];
export type Picture = Schemas['Picture'];
export type PictureAdvice = Schemas['PictureAdvice'];
export type Price = Schemas['Price'];
export type Quote = Schemas['Quote'];
export type SafetyAppeal = Schemas['SafetyAppeal'];
export type OpenReport = Schemas['OpenReport'];
export type Refusal = Schemas['SafetyRefusal'];
export type Settings = Schemas['Settings'];
export type Voice = Schemas['Voice'];
export type Wallet = Schemas['Wallet'];
export type WalletEntry = Schemas['WalletEntry'];

/** Whose picture it is and where it comes from; only AI-generated pictures can be animated. */
export type PictureNews = operations['createPicture']['parameters']['query'];

/** A clip that is ready, so it has a file. */
export type ReadyClip = Clip & { readonly file: NonNullable<Clip['file']> };
