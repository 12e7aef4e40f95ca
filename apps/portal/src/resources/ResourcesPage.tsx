import { PageHeader } from '@gongjian/ui';

export default function ResourcesPage() {
  return <PageHeader title="" />;
}
