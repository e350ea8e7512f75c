using System.Globalization;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Tasks;

/// <summary>Human numbers: a prefix and five digits, without gaps, from a counter row that the same commit raises.</summary>
public static class Numbers
{
    public static async ValueTask<string> NextAsync(CommitSession session, string prefix)
    {
        var raised = await session.ExecuteAsync($"update counter set last_value = last_value + 1 where name = {prefix}");
        if (raised == 0)
        {
            await session.InsertAsync(new CounterRow { Name = prefix, LastValue = 1 });
            return Format(prefix, 1);
        }

        var counter = await session.FindAsync<CounterRow>(prefix);
        return Format(prefix, counter!.LastValue);
    }

    private static string Format(string prefix, long value) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{value:D5}");
}
