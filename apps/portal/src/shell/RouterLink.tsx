import type { AnchorHTMLAttributes, Ref } from 'react';
import { Link } from 'react-router';

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
  ref?: Ref<HTMLAnchorElement>;
}

/** The link behind every MUI Link and button with `href`: pages by the router, files and other sites by the browser. */
export function RouterLink({ href = '', ref, children, ...rest }: Props) {
  const outside = /^[a-z]+:|^\/\/|^\/(files|exports|auth)\/|\.xlsx(\?|$)/i.test(href) || rest.download !== undefined;
  return outside ? <a ref={ref} href={href} {...rest}>{children}</a> : <Link ref={ref} to={href} {...rest}>{children}</Link>;
}
