import { Ctx, type RequestContext } from '@gongjian/platform';
import { Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataKeyService } from './data-key.service.ts';
import { DataKey, DataRegisterPage } from './data-protection.permissions.ts';
import { DataRegisterService } from './data-register.service.ts';

@Resolver('DataKeys')
export class DataProtectionResolver {
  constructor(
    private readonly register: DataRegisterService,
    private readonly keys: DataKeyService,
  ) {}

  @Query()
  dataRegister(@Ctx() ctx: RequestContext) {
    return this.register.list(ctx);
  }

  @Query()
  async dataOverdue(@Ctx() ctx: RequestContext) {
    return (await this.register.overdue(ctx)).map(({ keptText, ...row }) => ({ ...row, kept: keptText }));
  }

  @Query()
  dataKeys(@Ctx() ctx: RequestContext) {
    return this.keys.keys(ctx);
  }

  @Mutation()
  rotateDataKey(@Ctx() ctx: RequestContext) {
    return this.keys.rotate(ctx);
  }

  @ResolveField()
  viewerCanRotate(@Ctx() ctx: RequestContext) {
    return ctx.can('secure', DataKey);
  }
}

@Resolver('Me')
export class DataProtectionMeResolver {
  @ResolveField()
  viewerReadsDataRegister(@Parent() _me: object, @Ctx() ctx: RequestContext) {
    return ctx.can('read', DataRegisterPage);
  }
}
