using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>Members that every value of one kind has. A fixed white list: what is not in it does not exist.</summary>
internal sealed class MemberTable
{
    private readonly Dictionary<string, JsValue> members = new(StringComparer.Ordinal);

    public bool TryGet(string name, out JsValue member) => members.TryGetValue(name, out member);

    public MemberTable Add(string name, NativeCode code)
    {
        members.Add(name, JsValue.Of(new NativeFunction(name, code)));
        return this;
    }
}

/// <summary>Arguments by position; missing ones are undefined.</summary>
internal static class Arguments
{
    public static JsValue At(this ReadOnlySpan<JsValue> arguments, int index) => index < arguments.Length ? arguments[index] : default;
}
