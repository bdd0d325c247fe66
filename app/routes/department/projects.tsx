export { ProjectsSection as default } from '~/app/components/workspace/projects/projects-section';
