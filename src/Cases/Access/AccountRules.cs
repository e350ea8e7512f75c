using System.Text.RegularExpressions;

namespace CaseMgmt.Cases.Access;

/// <summary>What a new account must fulfil. Answers with the keys of the texts that say what is wrong.</summary>
public static partial class AccountRules
{
    public static IReadOnlyList<string> Check(string? userName, string? displayName, string? personNo, OrgUnit? org, IReadOnlyList<string>? roles, string? password)
    {
        var wrong = new List<string>();
        Require(userName is not null && UserName().IsMatch(userName), "account.user-name");
        Require(displayName?.Trim().Length is > 0 and <= 100, "account.display-name");
        Require(personNo?.Trim().Length is > 0 and <= 40, "account.person-no");
        Require(org is not null, "account.org");
        Require(AreRoles(roles), "account.roles");
        Require(IsStrong(password), "account.password");
        return wrong;

        void Require(bool holds, string key)
        {
            if (!holds)
            {
                wrong.Add(key);
            }
        }
    }

    public static bool AreRoles(IReadOnlyList<string>? roles) => roles is { Count: > 0 } && roles.All(Roles.PermissionsOf.ContainsKey);

    /// <summary>The same rule as Identity's own options of <see cref="AccessSlice"/>; here because bulk import and update ask before any account object exists.</summary>
    public static bool IsStrong(string? password) =>
        password is { Length: >= 8 and <= 128 } && password.Any(char.IsAsciiLetterUpper) && password.Any(char.IsAsciiLetterLower)
        && password.Any(char.IsAsciiDigit) && password.Any(letter => !char.IsAsciiLetterOrDigit(letter));

    [GeneratedRegex("^[A-Za-z0-9.-]{3,40}$")]
    private static partial Regex UserName();
}
