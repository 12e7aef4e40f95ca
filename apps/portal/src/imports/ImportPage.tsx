import { PageHeader } from '@gongjian/ui';

export default function ImportPage() {
  return <PageHeader title="" />;
}
