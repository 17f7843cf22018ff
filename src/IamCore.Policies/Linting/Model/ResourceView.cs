using IamCore.Policies.Linting.Patterns;
using IamCore.Policies.Values;
using IamCore.Policies.Variables;

namespace IamCore.Policies.Linting.Model;

/// <summary>A resource entry that the parser takes.</summary>
internal sealed class ResourceView
{
    private readonly Range[] _fields = [];
    private readonly PatternSymbols? _variables;
    private ResourcePattern? _pattern;

    public ResourceView(TextNode value, PatternSymbols? variables)
    {
        Value = value;
        _variables = variables;
        if (value.Text != "*")
        {
            _fields = new Range[ArnPattern.Fields];
            FieldCount = ArnPattern.Split(value.Text, _fields, variables is not null);
        }
    }

    public TextNode Value { get; }

    /// <summary>Whether the entry is <c>*</c>.</summary>
    public bool IsStar => FieldCount == 0;

    /// <summary>Fields as written: fewer than six where the rest is completed (PL-082); 0 for <c>*</c>.</summary>
    public int FieldCount { get; }

    /// <summary>Whether all six fields are written.</summary>
    public bool IsWhole => FieldCount == ArnPattern.Fields;

    public string Partition => Text(1);

    public string Service => Text(2);

    public string Region => Text(3);

    public string Account => Text(4);

    public string Resource => Text(5);

    /// <summary>The entry as a pattern.</summary>
    public ResourcePattern Pattern => _pattern ??= ResourcePattern.TryParse(Value.Text, _variables)!;

    /// <summary>Where a field starts in the text.</summary>
    public int StartOf(int field) => _fields[field].Start.Value;

    /// <summary>Whether the field says nothing certain: it holds a wildcard or a variable (VA-024).</summary>
    public bool IsOpen(string field) => TextForms.IsWild(field, _variables is not null) || (_variables is not null && VariableText.HasVariable(field));

    private string Text(int field) => field < FieldCount ? Value.Text[_fields[field]] : "*";
}
