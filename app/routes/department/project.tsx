import { useParams } from '@remix-run/react';
import { ProjectSection } from '~/app/components/workspace/projects/project-section';

export default function Project() {
  const { projectCode = '' } = useParams();
  return <ProjectSection code={projectCode} />;
}
