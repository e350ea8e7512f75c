using System.Text;

using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>Functions of Elsa's that need nothing of the workflow. Its bytes are an array of numbers here; its guids are texts that follow the seed of the scope.</summary>
internal static class ElsaFunctions
{
    public static IEnumerable<NativeFunction> All() =>
    [
        new("isNullOrEmpty", (run, _, arguments) => JsValue.Of(arguments.At(0).IsNullish || Coerce.ToText(run, arguments[0]).Length == 0)),
        new("isNullOrWhiteSpace", (run, _, arguments) => JsValue.Of(arguments.At(0).IsNullish || string.IsNullOrWhiteSpace(Coerce.ToText(run, arguments[0])))),
        new("toJson", (run, _, arguments) => JsonLibrary.Stringify(run, arguments)),
        new("newGuid", (run, _, _) => JsValue.Of(NewGuid(run).ToString())),
        new("newGuidString", (run, _, _) => JsValue.Of(NewGuid(run).ToString())),
        new("getGuidString", (run, _, _) => JsValue.Of(NewGuid(run).ToString())),
        new("newShortGuid", (run, _, _) => JsValue.Of(ShortGuid(run))),
        new("getShortGuid", (run, _, _) => JsValue.Of(ShortGuid(run))),
        new("parseGuid", (run, _, arguments) => JsValue.Of(ParseGuid(Coerce.ToText(run, arguments.At(0))))),
        new("stringToBase64", (run, _, arguments) => ToBase64(run, Utf8(run, arguments.At(0)))),
        new("stringFromBase64", (run, _, arguments) => ToText(run, FromBase64(run, arguments.At(0)))),
        new("bytesFromString", (run, _, arguments) => ToArray(run, Utf8(run, arguments.At(0)))),
        new("bytesToString", (run, _, arguments) => ToText(run, Bytes(run, arguments.At(0)))),
        new("bytesFromBase64", (run, _, arguments) => ToArray(run, FromBase64(run, arguments.At(0)))),
        new("bytesToBase64", (run, _, arguments) => ToBase64(run, Bytes(run, arguments.At(0)))),
    ];

    private static Guid NewGuid(Evaluation run)
    {
        run.Step(20);
        run.Allocate(100);
        var (high, low) = (run.Random.NextBits(), run.Random.NextBits());
        high = (high & 0xFFFFFFFFFFFF0FFFUL) | 0x4000UL;
        low = (low & 0x3FFFFFFFFFFFFFFFUL) | 0x8000000000000000UL;
        return new Guid((uint)(high >> 32), (ushort)(high >> 16), (ushort)high, (byte)(low >> 56), (byte)(low >> 48), (byte)(low >> 40), (byte)(low >> 32), (byte)(low >> 24), (byte)(low >> 16), (byte)(low >> 8), (byte)low);
    }

    // As Elsa makes it: base 64 without its marks.
    private static string ShortGuid(Evaluation run) => string.Concat(Convert.ToBase64String(NewGuid(run).ToByteArray()).Where(char.IsAsciiLetterOrDigit));

    private static string ParseGuid(string text) => Guid.TryParse(text, out var guid) ? guid.ToString() : throw Fail.Type($"'{Short(text)}' is no guid");

    private static byte[] Utf8(Evaluation run, JsValue value)
    {
        var text = Coerce.ToText(run, value);
        run.AllocateText(3L * text.Length);
        run.Step(text.Length / 4);
        return Encoding.UTF8.GetBytes(text);
    }

    private static byte[] Bytes(Evaluation run, JsValue value)
    {
        var items = value.AsArray?.Items ?? throw Fail.Type("An array of bytes is expected");
        run.Step(items.Count);
        run.Allocate(items.Count);
        return [.. items.Select(item => item.IsNumber && item.Number == (byte)item.Number ? (byte)item.Number : throw Fail.Type($"{Coerce.Describe(item)} is no byte"))];
    }

    private static byte[] FromBase64(Evaluation run, JsValue value)
    {
        var text = Coerce.ToText(run, value);
        run.Step(text.Length / 4);
        run.Allocate(text.Length);
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(text, bytes, out var count) ? bytes[..count] : throw Fail.Type($"'{Short(text)}' is no base 64 text");
    }

    private static JsValue ToBase64(Evaluation run, byte[] bytes)
    {
        run.AllocateText(2L * bytes.Length);
        return JsValue.Of(Convert.ToBase64String(bytes));
    }

    private static JsValue ToText(Evaluation run, byte[] bytes)
    {
        run.AllocateText(2L * bytes.Length);
        return JsValue.Of(Encoding.UTF8.GetString(bytes));
    }

    private static JsValue ToArray(Evaluation run, byte[] bytes)
    {
        var made = JsArray.Make(run, bytes.Length);
        made.Items.AddRange(bytes.Select(one => JsValue.Of((double)one)));
        return JsValue.Of(made);
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
