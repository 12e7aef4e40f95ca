export default async function teardown() {
  const { database, product } = globalThis.gongjian;
  await product.stop();
  await database.stop();
  if (process.env.GONGJIAN_LOG) process.stderr.write(product.log());
}
