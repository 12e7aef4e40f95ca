import { PageHeader } from '@gongjian/ui';

export default function SignInPage() {
  return <PageHeader title="" />;
}
