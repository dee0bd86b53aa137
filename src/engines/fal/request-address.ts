/** Where a request is at fal, as fal's own client builds it: below the app, which is the first two names of a model. */
export const requestAddress = (baseUrl: string, model: string, requestId: string): string =>
  `${baseUrl}/${model.split('/').slice(0, 2).join('/')}/requests/${encodeURIComponent(requestId)}`;
