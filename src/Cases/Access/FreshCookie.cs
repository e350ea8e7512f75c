using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using CaseMgmt.Cases.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Access;

/// <summary>Writes the session cookie anew after the account changed under it: the claims and the stamp in it are copies.</summary>
internal static class FreshCookie
{
    public static async Task WriteAsync(SignInManager<Account> signIn, long accountId)
    {
        // The request's context may still track the account as it was before the commit.
        signIn.Context.RequestServices.GetRequiredService<CaseDbContext>().ChangeTracker.Clear();
        if (await signIn.UserManager.FindByIdAsync(accountId.ToString(CultureInfo.InvariantCulture)) is { } account)
        {
            await signIn.RefreshSignInAsync(account);
        }
    }
}
