export const DasContextJs = {
  create: () =>
    new Proxy(
      {},
      {
        get: (_, method) => () => {
          throw new Error(`There is no cryptography of blobs here: ${String(method)}`);
        },
      },
    ),
};
