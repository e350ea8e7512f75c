using System.Globalization;

namespace CaseMgmt.Workflows.Expressions.Values;

/// <summary>Property keys: which text is an array index, and which text a value is as a key.</summary>
internal static class Keys
{
    /// <summary>Canonical array index below 2^32 - 1: the keys that come first and ascending.</summary>
    public static bool IsIndex(string key)
    {
        if (key.Length is 0 or > 10 || key[0] is < '0' or > '9' || (key[0] == '0' && key.Length > 1))
        {
            return false;
        }

        return uint.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < uint.MaxValue;
    }

    public static uint Index(string key) => uint.Parse(key, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>A value as a key. Long keys cost what hashing them costs.</summary>
    public static string Of(Evaluation run, JsValue value)
    {
        var key = value.AsText ?? Coerce.ToText(run, value);
        run.Step(key.Length / 16);
        return key;
    }
}
