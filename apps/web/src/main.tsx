import { render } from 'preact';
import 'uplot/dist/uPlot.min.css';
import { Page } from './page.js';
import './style/colours.css';
import './style/page.css';
import './style/tables.css';
import './style/mission.css';
import './style/liaison.css';
import './style/reports.css';
import './style/print.css';

render(<Page />, document.getElementById('page')!);
