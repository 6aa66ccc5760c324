import { Entity, PrimaryColumn } from 'typeorm';

/** One of a team as the sources name them, whether or not they are a member of Baton. */
@Entity()
export class TeamOwner {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') teamId!: string;
  @PrimaryColumn('text') ownerName!: string;
}
