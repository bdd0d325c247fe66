export { BasicsSection as default } from '~/app/components/workspace/basics/basics-section';
