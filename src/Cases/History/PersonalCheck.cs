using System.Text.Json;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.History;

/// <summary>Personal values beside the chain must be the ones whose salted hashes the chain covers, unless they were erased by order.</summary>
internal static class PersonalCheck
{
    public static async Task<HistoryProblem?> RunAsync(DbContext context, CancellationToken cancellationToken)
    {
        var pairs = from personal in context.Set<HistoryPersonalRow>().AsNoTracking()
                    join row in context.Set<HistoryRow>().AsNoTracking() on new { personal.Subject, personal.Seq } equals new { row.Subject, row.Seq }
                    where personal.Content != null
                    select new { Personal = personal, row.Data };
        await foreach (var pair in pairs.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var value = pair.Personal;
            using var data = JsonDocument.Parse(pair.Data);
            var covered = data.RootElement.TryGetProperty("$personal", out var hashes) && hashes.TryGetProperty(value.Field, out var hash) ? hash.GetString() : null;
            if (value.Salt is null || HistoryChain.PersonalHash(value.Salt, value.Content!) != covered)
            {
                return new("broken", value.Subject, value.Seq, $"{value.Subject}: the personal value '{value.Field}' of entry {value.Seq} was changed.");
            }
        }

        return null;
    }
}
