using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>Members of plain objects, and of everything that has no table of its own.</summary>
internal static class ObjectMembers
{
    public static MemberTable Table { get; } = new MemberTable()
        .Add("hasOwnProperty", (run, self, arguments) => JsValue.Of(Properties.HasOwn(run, self, Keys.Of(run, arguments.At(0)))))
        .Add("toString", (run, self, _) => JsValue.Of(ObjectText.Tag(self)))
        .Add("valueOf", (_, self, _) => self);
}

internal static class BooleanMembers
{
    public static MemberTable Table { get; } = new MemberTable()
        .Add("toString", (run, self, _) => JsValue.Of(Coerce.ToText(run, self)))
        .Add("valueOf", (_, self, _) => self);
}

/// <summary>Functions are called, not looked into.</summary>
internal static class FunctionMembers
{
    public static MemberTable Table { get; } = new();
}

internal static class ErrorMembers
{
    public static MemberTable Table { get; } = new MemberTable()
        .Add("toString", (run, self, _) => JsValue.Of(Coerce.ToText(run, self)));
}

/// <summary>Results of keys(), values(), entries() and matchAll: to be spread or given to Array.from, once.</summary>
internal static class IteratorMembers
{
    public static MemberTable Table { get; } = new MemberTable()
        .Add("next", (run, self, _) => self.AsObject is JsIterator iterator ? JsValue.Of(iterator.Next(run)) : throw Fail.Type("next is not generic"));
}
