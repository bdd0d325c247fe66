export { IndicatorsSection as default } from '~/app/components/workspace/indicators/indicators-section';
