import { expose } from 'comlink';
import { createIncidentEngine } from './engine';
import { browserKeyValues } from './shelf';

expose(createIncidentEngine(browserKeyValues()));
