using System.Globalization;

using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>localeCompare in the orders of ICU: the root's, that of Chinese by pinyin (zh, zh-CN) and by strokes (zh-TW). English is the root's order.</summary>
internal static class TextOrder
{
    private static readonly CompareInfo Root = CultureInfo.InvariantCulture.CompareInfo;
    private static readonly CompareInfo Pinyin = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;
    private static readonly CompareInfo Strokes = CultureInfo.GetCultureInfo("zh-TW").CompareInfo;

    public static double Compare(Evaluation run, string left, string right, ReadOnlySpan<JsValue> further)
    {
        var options = Options(run, further.At(1));
        run.Step(30 + left.Length + right.Length);
        return Math.Sign(OrderOf(run, further.At(0)).Compare(left, right, options));
    }

    private static CompareInfo OrderOf(Evaluation run, JsValue locale)
    {
        var wanted = locale.AsArray is { } several ? several.Items.Count == 0 ? default : several.Items[0] : locale;
        if (wanted.AsText is not { } name)
        {
            return wanted.IsNullish && !wanted.IsUndefined ? throw Fail.Type("Incorrect locale information provided") : Root;
        }

        run.Step(name.Length);
        return name.Replace('_', '-').Split('-') switch
        {
            ["en", ..] => Root,
            ["zh", .. var rest] => rest is ["Hant", ..] or ["TW"] or ["HK"] or ["MO"] ? Strokes : Pinyin,
            _ => throw Fail.Unsupported($"localeCompare knows zh, zh-CN, zh-TW and en here, not '{name}'."),
        };
    }

    private static CompareOptions Options(Evaluation run, JsValue given)
    {
        if (given.AsObject is not { } options)
        {
            return CompareOptions.None;
        }

        var made = CompareOptions.None;
        foreach (var key in options.OwnKeys(run))
        {
            options.TryGetOwn(run, key, out var value);
            made |= (key, value.AsText) switch
            {
                ("sensitivity", "base") => CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace,
                ("sensitivity", "accent") => CompareOptions.IgnoreCase,
                ("sensitivity", "variant") => CompareOptions.None,
                ("numeric", _) when !Coerce.ToBoolean(value) => CompareOptions.None,
                ("numeric", _) => CompareOptions.NumericOrdering,
                _ when value.IsUndefined => CompareOptions.None,
                _ => throw Fail.Unsupported($"localeCompare does not know the option {key} here."),
            };
        }

        return made;
    }
}
