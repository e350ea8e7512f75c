using System.Text.Json;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Notifications;

/// <summary>GET /api/notifications: newest first, by keyset.</summary>
public static class ListNotifications
{
    private const int Page = 30;

    public sealed record Line(long Id, string Kind, string Text, string SubjectKind, long SubjectId, DateTime At, bool Read);

    public sealed record Answer(IReadOnlyList<Line> Items, int Unread, string? Next);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/notifications", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.Session)).WithName("notifications.list");

    private static async Task<Answer> HandleAsync(CaseDbContext db, CurrentAccount me, long? after, HttpContext context, CancellationToken cancellation)
    {
        var own = db.Set<Notification>().AsNoTracking().Where(row => row.AccountId == me.Id);
        var rows = await own.Where(row => after == null || row.Id < after).OrderByDescending(row => row.Id).Take(Page + 1).ToListAsync(cancellation);
        var unread = await own.CountAsync(row => row.ReadAt == null, cancellation);
        var language = Texts.LanguageOf(context);
        var next = rows.Count > Page ? rows[Page - 1].Id.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
        return new([.. rows.Take(Page).Select(row => LineOf(row, language))], unread, next);
    }

    public static Line LineOf(Notification row, string language)
    {
        var parts = row.Subject.Split('/');
        return new(row.Id, row.Kind, TextOf(row, language), parts[0], parts.Length > 1 && long.TryParse(parts[1], out var id) ? id : 0, row.At, row.ReadAt is not null);
    }

    /// <summary>By custom the first argument is the human number of the subject.</summary>
    internal static string? FirstArgOf(Notification row) => (JsonSerializer.Deserialize<string[]>(row.ArgsJson) ?? []).FirstOrDefault();

    private static string TextOf(Notification row, string language)
    {
        var args = JsonSerializer.Deserialize<string[]>(row.ArgsJson) ?? [];
        return Texts.Get(language, "notification." + row.Kind, [.. args.Select(arg => InLanguage(arg, language))]);
    }

    private static string InLanguage(string arg, string language) =>
        arg.StartsWith('@') ? Texts.Get(language, arg[1..])
        : arg.Split(Notification.Languages) is [var zh, var en] ? (language == "en" ? en : zh)
        : arg;
}
