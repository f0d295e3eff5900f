import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  describeCalendar,
  describeContributors,
  describeCurves,
  describeMission,
  describePartners,
  describeRequirements,
  describeTasks,
  describeUnits,
  describeWomen,
  explainMission,
} from '@muster/force-generation';
import { Readings } from '../ledgers/readings.js';
import { viewpointQuery, type Viewpoint } from '../viewpoint.js';
import {
  calendarAnswer,
  contributorsAnswer,
  curvesAnswer,
  missionAnswer,
  missionExplanationAnswer,
  missionsAnswer,
  partnersAnswer,
  requirementsAnswer,
  tasksAnswer,
  unitsAnswer,
} from './mission-answers.js';
import { curvesQuery, type CurvesQuery } from './curves-query.js';

@ApiTags('reading')
@ApiNotFoundResponse({ description: 'There is no such mission.' })
@Controller('api/missions')
export class MissionsController {
  constructor(private readonly readings: Readings) {}

  @Get()
  @ApiOperation({ summary: 'Every mission: strength against ceilings, open alerts' })
  @ApiOkResponse({ standardSchema: missionsAnswer })
  async list(@Query({ schema: viewpointQuery }) from: Viewpoint) {
    const { readings, at } = await this.readings.all(from);
    const missions = readings
      .map(describeMission)
      .map(({ mission, name, active, components, reported, openAlerts, observedOn }) => ({
        mission,
        name,
        active,
        components,
        reported,
        openAlerts,
        observedOn,
      }));
    return { ...at, missions };
  }

  @Get(':mission')
  @ApiOperation({ summary: 'One mission: its components, lines, women against the target, and what is odd about its facts' })
  @ApiOkResponse({ standardSchema: missionAnswer })
  async one(@Param('mission') mission: string, @Query({ schema: viewpointQuery }) from: Viewpoint) {
    const { at, told } = await this.readings.told(mission, from, (reading) => ({
      ...describeMission(reading),
      women: describeWomen(reading),
    }));
    return { ...at, ...told };
  }

  @Get(':mission/curves')
  @ApiOperation({ summary: 'Figures of each component, and supply of each requirement, as steps [[day, value]]' })
  @ApiOkResponse({ standardSchema: curvesAnswer })
  async curves(
    @Param('mission') mission: string,
    @Query({ schema: curvesQuery }) { from: first, to, figure, ...from }: CurvesQuery,
  ) {
    const { reading, at } = await this.readings.of(mission, from);
    const asked = { ...(first && { from: first }), ...(to && { to }), ...(figure && { figure }) };
    return { ...at, ...describeCurves(reading, asked) };
  }

  @Get(':mission/requirements')
  @ApiOperation({ summary: 'Each requirement with what meets it' })
  @ApiOkResponse({ standardSchema: requirementsAnswer })
  async requirements(@Param('mission') mission: string, @Query({ schema: viewpointQuery }) from: Viewpoint) {
    const { reading, at } = await this.readings.of(mission, from);
    return { mission, ...at, requirements: describeRequirements(reading) };
  }

  @Get(':mission/contributors')
  @ApiOperation({ summary: 'Contributors by the newest return that names them' })
  @ApiOkResponse({ standardSchema: contributorsAnswer })
  async contributors(@Param('mission') mission: string, @Query({ schema: viewpointQuery }) from: Viewpoint) {
    const { reading, at } = await this.readings.of(mission, from);
    return { mission, ...at, ...describeContributors(reading) };
  }

  @Get(':mission/units')
  @ApiOperation({ summary: 'Each unit: where it stands, how strong it is and is to be' })
  @ApiOkResponse({ standardSchema: unitsAnswer })
  async units(@Param('mission') mission: string, @Query({ schema: viewpointQuery }) from: Viewpoint) {
    const { reading, at } = await this.readings.of(mission, from);
    return { mission, ...at, units: describeUnits(reading) };
  }

  @Get(':mission/calendar')
  @ApiOperation({ summary: 'What the next twelve months bring by themselves, and what is overdue' })
  @ApiOkResponse({ standardSchema: calendarAnswer })
  async calendar(@Param('mission') mission: string, @Query({ schema: viewpointQuery }) from: Viewpoint) {
    const { reading, at } = await this.readings.of(mission, from);
    return { mission, ...at, ...describeCalendar(reading) };
  }

  @Get(':mission/partners')
  @ApiOperation({ summary: 'The forces beside the mission, and the capability that each stands in for' })
  @ApiOkResponse({ standardSchema: partnersAnswer })
  async partners(@Param('mission') mission: string, @Query({ schema: viewpointQuery }) from: Viewpoint) {
    const { reading, at } = await this.readings.of(mission, from);
    return { mission, ...at, partners: describePartners(reading) };
  }

  @Get(':mission/tasks')
  @ApiOperation({ summary: 'Each mandated task in order, the gaps that hold it back, and what would free it first' })
  @ApiOkResponse({ standardSchema: tasksAnswer })
  async tasks(@Param('mission') mission: string, @Query({ schema: viewpointQuery }) from: Viewpoint) {
    const { reading, at } = await this.readings.of(mission, from);
    return { mission, ...at, tasks: describeTasks(reading) };
  }

  @Get(':mission/explanation')
  @ApiOperation({ summary: 'What is missing of each component, out of the ceiling and the rows of the return' })
  @ApiOkResponse({ standardSchema: missionExplanationAnswer })
  async explanation(@Param('mission') mission: string, @Query({ schema: viewpointQuery }) from: Viewpoint) {
    const { reading, at } = await this.readings.of(mission, from);
    return { mission, ...at, components: explainMission(reading) };
  }
}
