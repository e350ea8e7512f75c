using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Forms;

/// <summary>GET /api/forms and /api/forms/{key}: the forms of this site; one with its versions, the one in force and the draft.</summary>
public static class ReadForms
{
    public sealed record Line(string Key, string Title, int? Published, int? Draft, string? DraftState, DateTime? PublishedAt);

    public sealed record VersionLine(int Version, string State, DateTime CreatedAt, DateTime? PublishedAt, string? Comment);

    /// <param name="Revision">What a save of this draft must name: nobody overwrites what they have not seen.</param>
    public sealed record DraftView(
        int Version, int Revision, string State, string ContentHash, JsonNode? Form, string RequestedBy, DateTime? RequestedAt, string? Comment, bool CanDecide, IReadOnlyList<FormFinding> Findings);

    public sealed record Answer(string Key, JsonNode? Published, int? PublishedVersion, DraftView? Draft, IReadOnlyList<VersionLine> Versions);

    public static void Map(RouteGroupBuilder api)
    {
        var reads = api.MapGroup("/forms").RequireAuthorization(Permissions.Policy(Permissions.DefinitionRead));
        reads.MapGet("", ListAsync).WithName("forms.list");
        reads.MapGet("/{key}", OneAsync).WithName("forms.read");
        reads.MapGet("/{key}/versions/{version:int}", VersionAsync).WithName("forms.version");
    }

    private static async Task<List<Line>> ListAsync(CaseDbContext db, CancellationToken cancellation)
    {
        var rows = await db.Set<FormRow>().AsNoTracking().OrderBy(row => row.FormKey).ThenBy(row => row.FormVersion)
            .Select(row => new { row.FormKey, row.FormVersion, row.Title, row.State, row.PublishedAt }).ToListAsync(cancellation);
        return
        [
            .. rows.GroupBy(row => row.FormKey).Select(form => (form.Key, Last: form.Last(), Published: form.LastOrDefault(row => row.State == FormStates.Published), Draft: form.LastOrDefault(row => row.State != FormStates.Published)))
                .Select(form => new Line(form.Key, (form.Published ?? form.Last).Title, form.Published?.FormVersion, form.Draft?.FormVersion, form.Draft?.State, form.Published?.PublishedAt)),
        ];
    }

    private static async Task<IResult> OneAsync(string key, CaseDbContext db, CurrentAccount me, CancellationToken cancellation)
    {
        var rows = await db.Set<FormRow>().AsNoTracking().Where(row => row.FormKey == key).OrderByDescending(row => row.FormVersion).ToListAsync(cancellation);
        if (rows.Count == 0)
        {
            return Problem.NotFound();
        }

        var published = rows.Find(row => row.State == FormStates.Published);
        var draft = rows.Find(row => row.State != FormStates.Published);
        var author = draft?.RequestedBy is { } by ? await db.Users.Where(user => user.Id == by).Select(user => user.DisplayName).FirstOrDefaultAsync(cancellation) : null;
        return Results.Ok(new Answer(key, published is null ? null : JsonNode.Parse(published.Json), published?.FormVersion, draft is null ? null : DraftOf(draft, author ?? "", me),
            [.. rows.Select(row => new VersionLine(row.FormVersion, row.State, row.CreatedAt, row.PublishedAt, row.Comment))]));
    }

    private static async Task<IResult> VersionAsync(string key, int version, CaseDbContext db, CancellationToken cancellation) =>
        await db.Set<FormRow>().Where(row => row.FormKey == key && row.FormVersion == version).Select(row => row.Json).FirstOrDefaultAsync(cancellation) is { } json
            ? Results.Ok(JsonNode.Parse(json)) : Problem.NotFound();

    private static DraftView DraftOf(FormRow row, string author, CurrentAccount me) => new(
        row.FormVersion, row.Version, row.State, row.ContentHash, JsonNode.Parse(row.Json), author, row.RequestedAt, row.Comment,
        me.Has(Permissions.DefinitionApprove) && FormDesk.Refusal(row, row.ContentHash, me) is null, FormCheck.Findings(FormDefinition.Read(row.Json)));
}
