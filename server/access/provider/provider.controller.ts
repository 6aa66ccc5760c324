import { Body, Controller, Get, HttpCode, NotFoundException, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { basePathOf } from '../../http/base-path.js';
import { Clock } from '../../http/clock.js';
import { Installation } from '../../http/installation.js';
import { CurrentSignedIn } from '../current-signed-in.js';
import { confirmed } from '../login/login.schema.js';
import { OwnLogin } from '../login/own-login.js';
import { Public } from '../public.js';
import { Needs } from '../right.js';
import { cookieAt } from '../session/session-cookie.js';
import { hashOfSession } from '../session/session-store.js';
import { readCookie } from '../sign-in/read-cookie.js';
import type { SignedIn } from '../signed-in.js';
import { ERRAND_LIFE, type KeptErrand, keepErrand, pathWithin, readErrand } from './errand-cookie.js';
import { Provider } from './provider.js';
import { ProviderSignIn } from './provider-sign-in.js';
import { refusedByProvider } from './refused-page.js';

const query = z.object({ to: z.string().max(1000).catch('/').default('/') });

const away = z.object({ location: z.url().describe('Where the browser goes next; it comes back by itself') }).meta({ id: 'Away' });

/** To the provider of OpenID Connect and back. */
@Controller()
@ApiTags('sign-in')
export class ProviderController {
  private readonly cookie: ReturnType<typeof cookieAt>;
  private readonly provider: Provider | null;
  private readonly base: string;

  constructor(
    private readonly clock: Clock,
    private readonly installation: Installation,
    private readonly own: OwnLogin,
    private readonly signIns: ProviderSignIn,
  ) {
    const { publicUrl, entrance } = installation;
    this.cookie = cookieAt(publicUrl, 'baton-provider');
    this.provider = entrance.provider && new Provider(entrance.provider, `${publicUrl}/sign-in/provider/return`);
    this.base = basePathOf(publicUrl);
  }

  @Get('sign-in/provider')
  @Public()
  @ApiExcludeEndpoint()
  async leave(@Query({ schema: query }) { to }: z.infer<typeof query>, @Res() response: Response): Promise<void> {
    const address = await this.begin(response, { to: pathWithin(to), link: null });
    response.setHeader('Cache-Control', 'no-store');
    response.redirect(303, address.href);
  }

  @Post('login/identity')
  @Needs('membership')
  @HttpCode(200)
  @ApiOperation({ operationId: 'linkProvider', summary: 'Link your login to who you are at the provider; the browser goes there next' })
  @ApiOkResponse({ standardSchema: away })
  async link(
    @CurrentSignedIn() signedIn: SignedIn,
    @Body({ schema: confirmed }) { password }: z.infer<typeof confirmed>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<z.infer<typeof away>> {
    const { id } = await this.own.confirmed(signedIn, password, 'password');
    const link = { loginId: id, session: hashOfSession(request.sessionID) };
    const address = await this.begin(response, { to: '/', link });
    return { location: address.href };
  }

  @Get('sign-in/provider/return')
  @Public()
  @ApiExcludeEndpoint()
  async comeBack(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    const kept = readErrand(readCookie(request, this.cookie.name), { key: this.installation.secretKey, now: this.clock.now() });
    response.clearCookie(this.cookie.name, this.cookie.options);
    const [, search = ''] = /[?](.*)$/s.exec(request.originalUrl) ?? [];
    const outcome = kept ? await this.signIns.comeBack(request, { provider: this.present(), search: `?${search}`, kept }) : 'interrupted';
    if (outcome === 'let-in') response.redirect(303, `${this.base}${kept?.to ?? '/'}`);
    else
      response
        .status(403)
        .type('html')
        .send(refusedByProvider(outcome, `${this.base}/`));
  }

  private async begin(response: Response, about: Pick<KeptErrand, 'to' | 'link'>): Promise<URL> {
    const { to, errand } = await this.present().begin();
    const kept = keepErrand({ ...errand, ...about, at: this.clock.now().getTime() }, this.installation.secretKey);
    response.cookie(this.cookie.name, kept, { ...this.cookie.options, maxAge: ERRAND_LIFE });
    return to;
  }

  private present(): Provider {
    if (this.provider) return this.provider;
    throw new NotFoundException('No provider is set here. BATON_OIDC_ISSUER names one.');
  }
}
