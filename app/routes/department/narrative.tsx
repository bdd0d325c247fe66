export { NarrativeSection as default } from '~/app/components/workspace/narrative/narrative-section';
