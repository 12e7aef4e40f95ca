import { PageHeader } from '@gongjian/ui';

export default function ResourcePage() {
  return <PageHeader title="" />;
}
