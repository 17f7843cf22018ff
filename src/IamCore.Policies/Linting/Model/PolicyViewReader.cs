using IamCore.Policies.Linting.Catalog;
using IamCore.Policies.Linting.Patterns;
using IamCore.Policies.Parsing;

namespace IamCore.Policies.Linting.Model;

/// <summary>Makes the view of a document: what the parser found fault with is left out or marked.</summary>
internal sealed class PolicyViewReader(SourceTree tree, FaultMap faults, ServiceCatalog catalog)
{
    private readonly Dictionary<string, (KeyEntry? Declared, KeyEntry? WellKnown)> _keys = new(StringComparer.Ordinal);
    private readonly PatternSymbols _symbols = new();
    private PatternSymbols? _variables;

    public PolicyView Read()
    {
        var view = new PolicyView();
        foreach (var member in tree.ChildrenOf(0))
        {
            if (tree.IsNamed(member, "Version"u8))
            {
                view.VersionNode = member;
                view.Version = Text(member);
            }
            else if (tree.IsNamed(member, "Id"u8))
            {
                view.IdNode = member;
            }
            else if (tree.IsNamed(member, "Statement"u8))
            {
                view.StatementNode = member;
            }
        }

        _variables = view.UsesVariables ? _symbols : null;
        if (view.StatementNode >= 0)
        {
            ReadStatements(view);
        }

        return view;
    }

    private void ReadStatements(PolicyView view)
    {
        if (tree[view.StatementNode].Kind == SourceKind.Object)
        {
            view.Statements.Add(Statement(view.StatementNode, 0));
        }
        else if (tree[view.StatementNode].Kind == SourceKind.Array)
        {
            foreach (var child in tree.ChildrenOf(view.StatementNode))
            {
                if (tree[child].Kind == SourceKind.Object)
                {
                    view.Statements.Add(Statement(child, tree[child].Ordinal));
                }
            }
        }
    }

    private StatementView Statement(int node, int index)
    {
        var statement = new StatementView { Node = node, Index = index, Variables = _variables };
        foreach (var member in tree.ChildrenOf(node))
        {
            if (!faults.IsNameFaulty(member))
            {
                ReadMember(statement, member);
            }
        }

        return statement;
    }

    private void ReadMember(StatementView statement, int member)
    {
        ref readonly var n = ref tree[member];
        switch (tree.Utf8[n.NameStart + 1])
        {
            case (byte)'S' when tree.IsNamed(member, "Sid"u8):
                statement.SidNode = member;
                break;
            case (byte)'E' when tree.IsNamed(member, "Effect"u8):
                statement.EffectNode = member;
                statement.IsAllow = Text(member) == "Allow";
                statement.IsDeny = Text(member) == "Deny";
                break;
            case (byte)'A' when tree.IsNamed(member, "Action"u8):
                statement.Action = Element(member);
                break;
            case (byte)'R' when tree.IsNamed(member, "Resource"u8):
                statement.Resource = Element(member);
                break;
            case (byte)'P' when tree.IsNamed(member, "Principal"u8):
                statement.Principal = Principal(member);
                break;
            case (byte)'N' when tree.IsNamed(member, "NotAction"u8):
                statement.NotAction = Element(member);
                break;
            case (byte)'N' when tree.IsNamed(member, "NotResource"u8):
                statement.NotResource = Element(member);
                break;
            case (byte)'N' when tree.IsNamed(member, "NotPrincipal"u8):
                statement.NotPrincipal = Principal(member);
                break;
            case (byte)'C' when tree.IsNamed(member, "Condition"u8) && n.Kind == SourceKind.Object:
                statement.ConditionNode = member;
                ReadConditions(statement, member);
                break;
        }
    }

    private ElementView Element(int member)
    {
        ref readonly var n = ref tree[member];
        if (n.Kind != SourceKind.Array)
        {
            return new ElementView(member, false, n.Kind == SourceKind.Object || n.Kind == SourceKind.Null ? [] : [Value(member)]);
        }

        var values = new TextNode[n.Count];
        var count = 0;
        foreach (var child in tree.ChildrenOf(member))
        {
            if (tree[child].Kind is not (SourceKind.Object or SourceKind.Array or SourceKind.Null))
            {
                values[count++] = Value(child);
            }
        }

        return new ElementView(member, true, count == values.Length ? values : values[..count]);
    }

    private TextNode Value(int node) => new(node, tree.TextOf(node), faults.IsValueFaulty(node));

    private string? Text(int node) => tree[node].Kind == SourceKind.String ? tree.TextOf(node) : null;

    private PrincipalView Principal(int member)
    {
        if (tree[member].Kind != SourceKind.Object)
        {
            return new PrincipalView(member, Text(member) == "*", []);
        }

        var types = new List<PrincipalTypeView>();
        foreach (var child in tree.ChildrenOf(member))
        {
            PrincipalEntryType? type =
                tree.IsNamed(child, "AWS"u8) ? PrincipalEntryType.Aws
                : tree.IsNamed(child, "Service"u8) ? PrincipalEntryType.Service
                : tree.IsNamed(child, "Federated"u8) ? PrincipalEntryType.Federated
                : tree.IsNamed(child, "CanonicalUser"u8) ? PrincipalEntryType.CanonicalUser
                : null;
            if (type is { } known)
            {
                types.Add(new PrincipalTypeView(known, Element(child)));
            }
        }

        return new PrincipalView(member, false, [.. types]);
    }

    private void ReadConditions(StatementView statement, int member)
    {
        foreach (var operatorNode in tree.ChildrenOf(member))
        {
            var name = tree.NameOf(operatorNode);
            if (faults.IsNameFaulty(operatorNode) || tree[operatorNode].Kind != SourceKind.Object || !ConditionOperator.TryParse(name, out var known)
                || known is { IfExists: true, Row.TakesIfExists: false })
            {
                continue;
            }

            foreach (var keyNode in tree.ChildrenOf(operatorNode))
            {
                if (faults.IsNameFaulty(keyNode))
                {
                    continue;
                }

                var key = tree.NameOf(keyNode);
                var (declared, wellKnown) = Find(key);
                statement.Conditions.Add(new ConditionView
                {
                    OperatorNode = operatorNode,
                    OperatorName = name,
                    Operator = known,
                    KeyNode = keyNode,
                    Key = key,
                    Element = Element(keyNode),
                    Entry = declared,
                    WellKnown = wellKnown,
                });
            }
        }
    }

    private (KeyEntry? Declared, KeyEntry? WellKnown) Find(string key)
    {
        if (!_keys.TryGetValue(key, out var found))
        {
            found = (catalog.FindKey(key), catalog.FindWellKnownKey(key));
            _keys.Add(key, found);
        }

        return found;
    }
}
