import { PageHeader } from '@gongjian/ui';

export default function HomePage() {
  return <PageHeader title="" />;
}
