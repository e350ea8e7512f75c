using System.Globalization;

using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>localeCompare without locale and options: the root order of ICU.</summary>
internal static class TextOrder
{
    private static readonly CompareInfo Order = CultureInfo.InvariantCulture.CompareInfo;

    public static double Compare(Evaluation run, string left, string right, int arguments)
    {
        if (arguments > 1)
        {
            throw Fail.Unsupported("localeCompare takes no locale here.");
        }

        run.Step(30 + left.Length + right.Length);
        return Math.Sign(Order.Compare(left, right, CompareOptions.None));
    }
}
