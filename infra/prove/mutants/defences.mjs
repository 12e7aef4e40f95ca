export async function defences() {}
