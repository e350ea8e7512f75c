using System.Globalization;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Tasks;

/// <summary>Human numbers: a prefix and five digits, without gaps, from a counter row that the same commit raises.</summary>
public static class Numbers
{
    public static async ValueTask<string> NextAsync(CommitSession session, string prefix)
    {
        var number = await session.NextNumberAsync(prefix);
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number:D5}");
    }
}
