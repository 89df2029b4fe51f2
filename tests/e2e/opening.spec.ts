import { canvas, map, openApp } from './support/app';
import { distinctColours, pixelsOfColour, shoot } from './support/pixels';
import { expect, ONE_SCREEN, test } from './support/test';
import { token } from './support/tokens';

// That no other host is asked, no error reaches the console and the content security policy holds
// is the guard's part (support/test.ts), in this test and in every other.

test(
  'the map opens with the line on it, under a strict policy',
  { tag: ONE_SCREEN },
  async ({ page }) => {
    await openApp(page);
    await expect(page).toHaveTitle(/Durand Line/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The Durand Line');
    await expect(canvas(page)).toBeVisible();

    const picture = await shoot(map(page));
    expect(distinctColours(picture)).toBeGreaterThan(200);
    expect(pixelsOfColour(picture, await token(page, '--map-line'))).toBeGreaterThan(300);

    const policy = page.locator('meta[http-equiv="content-security-policy"]');
    await expect(policy).toHaveAttribute('content', /default-src 'none'.*connect-src 'self'/);
  }
);
