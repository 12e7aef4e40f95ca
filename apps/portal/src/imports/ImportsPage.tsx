import { PageHeader } from '@gongjian/ui';

export default function ImportsPage() {
  return <PageHeader title="" />;
}
