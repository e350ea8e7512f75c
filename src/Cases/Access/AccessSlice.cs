using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Access;

/// <summary>Services and routes of accounts, sessions and organisations.</summary>
public static class AccessSlice
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(Rules).AddRoles<Role>().AddEntityFrameworkStores<CaseDbContext>()
            .AddSignInManager().AddClaimsPrincipalFactory<AccountClaims>();
        // All of Identity's cookies, though only one is ever written: its sign-out, which ends a session whose account was changed, names them all.
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(SessionCookie));
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromSeconds(10));
        services.AddAntiforgery(options =>
        {
            options.HeaderName = Antiforgery.HeaderName;
            options.Cookie.Name = "case-antiforgery";
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddScoped<AccountRows>();
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        services.AddHttpContextAccessor();
        services.AddScoped(provider => CurrentAccount.From(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.User));
    }

    public static void MapAccess(this RouteGroupBuilder api)
    {
        Antiforgery.Map(api);
        SignIn.Map(api);
        SignOut.Map(api);
        ReadSession.Map(api);
        ChangePassword.Map(api);
        ChangeLanguage.Map(api);
        DemoAccounts.Map(api);
        ListAccounts.Map(api);
        ListPeople.Map(api);
        CreateAccount.Map(api);
        UpdateAccount.Map(api);
        ImportAccounts.Map(api);
        ListOrgs.Map(api);
    }

    private static void Rules(IdentityOptions options)
    {
        options.Password.RequiredLength = 8;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
        options.User.RequireUniqueEmail = false;
    }

    private static void SessionCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "case-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        // A program gets a status, never a redirect to a page.
        options.Events.OnRedirectToLogin = context => new Problem(StatusCodes.Status401Unauthorized, "not-signed-in").ExecuteAsync(context.HttpContext);
        options.Events.OnRedirectToAccessDenied = context => Problem.Forbidden().ExecuteAsync(context.HttpContext);
        options.Events.OnValidatePrincipal = KeptByBrowser.ValidateAsync;
        options.Events.OnCheckSlidingExpiration = KeptByBrowser.SlideAsync;
    }
}
