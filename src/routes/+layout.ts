// Every page is a file: any static host serves every address, also below a base path.
export const prerender = true;
export const trailingSlash = 'always';
