using System.Text;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Access;

/// <summary>
/// POST /api/accounts/import and the verb "accounts import": a CSV file with the columns user_name, display_name, person_no, org_no, roles, password
/// (several roles with ";"). Each line is one account and one commit; a bad line is reported and stops nothing.
/// </summary>
public static class ImportAccounts
{
    public const string Header = "user_name,display_name,person_no,org_no,roles,password";

    public sealed record Rejected(int Line, string Reason);

    public sealed record Report(int Created, IReadOnlyList<Rejected> Rejected);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/accounts/import", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AccountManage)).WithName("accounts.import");

    private static async Task<IResult> HandleAsync(
        HttpRequest request, CaseDbContext db, CurrentAccount me, AccountRows rows, CommitDoor door, CancellationToken cancellation)
    {
        if (!request.HasFormContentType || (await request.ReadFormAsync(cancellation)).Files is not [{ } file])
        {
            return Problem.Unprocessable("file-missing");
        }

        await using var stream = file.OpenReadStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await RunAsync(reader, db, rows, door, me.OrgPath, me.Actor, Texts.LanguageOf(request.HttpContext), cancellation) is { } report
            ? Results.Ok(report)
            : Problem.Unprocessable("account-file", Header);
    }

    /// <summary>Reads the lines and makes the accounts. Null when the first line is not the header.</summary>
    /// <param name="orgPath">Only organisations below it are accepted.</param>
    public static async Task<Report?> RunAsync(
        TextReader reader, CaseDbContext db, AccountRows rows, CommitDoor door, string orgPath, string actor, string language, CancellationToken cancellation)
    {
        if ((await reader.ReadLineAsync(cancellation))?.Trim().TrimStart('\uFEFF') != Header)
        {
            return null;
        }

        var orgs = await db.Set<OrgUnit>().AsNoTracking().Where(org => org.OrgPath.StartsWith(orgPath)).ToDictionaryAsync(org => org.OrgNo, cancellation);
        var (created, rejected, number) = (0, new List<Rejected>(), 1);
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            number++;
            if (line.Length == 0)
            {
                continue;
            }

            var request = RequestOf(CsvLine.Split(line));
            var (account, wrong) = await CreateAccount.AddAsync(request, orgs.GetValueOrDefault(request.OrgNo ?? ""), rows, door, actor, cancellation);
            created += account is null ? 0 : 1;
            if (account is null)
            {
                rejected.Add(new(number, string.Join("; ", wrong.Select(key => Texts.Get(language, key)))));
            }
        }

        return new(created, rejected);
    }

    private static CreateAccount.Request RequestOf(List<string> fields)
    {
        return new(At(0), At(1), At(2), At(3), At(4)?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), At(5));

        string? At(int index) => index < fields.Count ? fields[index].Trim() : null;
    }
}
