/** The code of the page, bundled with the library and the charts: the build puts it in. */
declare module "#explorer-page" {
  const code: string;
  export default code;
}
