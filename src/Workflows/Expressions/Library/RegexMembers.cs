using CaseMgmt.Workflows.Expressions.Patterns;
using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

internal static class RegexMembers
{
    public static MemberTable Table { get; } = new MemberTable()
        .Add("exec", (run, self, arguments) => Of(self).Execute(run, Coerce.ToText(run, arguments.At(0))))
        .Add("test", (run, self, arguments) => JsValue.Of(Of(self).Find(run, Coerce.ToText(run, arguments.At(0))) is not null))
        .Add("toString", (_, self, _) => JsValue.Of(Of(self).ToString()));

    public static JsValue Flag(RegexProgram program, string key) => key switch
    {
        "source" => JsValue.Of(program.Source),
        "flags" => JsValue.Of(program.Flags),
        "global" => JsValue.Of(program.Global),
        "sticky" => JsValue.Of(program.Sticky),
        "ignoreCase" => JsValue.Of(program.Flags.Contains('i', StringComparison.Ordinal)),
        "multiline" => JsValue.Of(program.Flags.Contains('m', StringComparison.Ordinal)),
        "dotAll" => JsValue.Of(program.Flags.Contains('s', StringComparison.Ordinal)),
        "unicode" => JsValue.Of(program.Flags.Contains('u', StringComparison.Ordinal)),
        _ => default,
    };

    private static JsRegExp Of(JsValue self) => self.AsObject as JsRegExp ?? throw Fail.Type("This member is for regular expressions.");
}
