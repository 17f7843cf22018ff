using IamCore.Policies.Requests;

namespace IamCore.Policies.Parsing;

/// <content>Conditions.</content>
internal sealed partial class WarningFinder
{
    private void CheckCondition(int member, Statement statement)
    {
        if (statement.Condition!.Count == 0)
        {
            AddAtValue(PolicyWarningCode.EmptyCondition, member, "A condition without operators always holds");
        }

        var mustBePresent = KeysThatMustBePresent(statement);
        foreach (var node in _tree.ChildrenOf(member))
        {
            CheckOperator(node, statement.Condition[_tree[node].Ordinal], statement.Effect, mustBePresent);
        }
    }

    /// <summary>Keys with a <c>Null</c> that holds only where the key is present (PL-117).</summary>
    private static HashSet<string> KeysThatMustBePresent(Statement statement) =>
        statement.Condition!
            .Where(block => block.Operator == new ConditionOperator(Comparison.Null))
            .SelectMany(block => block.Keys)
            .Where(entry => entry.Values.Count > 0 && entry.Values.All(v => v.Equals("false", StringComparison.OrdinalIgnoreCase)))
            .Select(entry => entry.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private void CheckOperator(int node, ConditionBlock block, Effect effect, HashSet<string> mustBePresent)
    {
        var op = block.Operator;
        var hasQualifier = op.Qualifier != SetQualifier.None;
        var isNull = op.Family == OperatorFamily.Presence;
        if (block.Keys.Count == 0)
        {
            AddAtValue(PolicyWarningCode.EmptyCondition, node, "An operator without keys always holds");
        }

        if (isNull && hasQualifier)
        {
            AddAt(
                PolicyWarningCode.NullWithSetOperator,
                _tree[node].NameStart,
                $"{op} is always {(op.Qualifier == SetQualifier.ForAllValues ? "true" : "false")}",
                PathOf(node));
        }

        foreach (var member in _tree.ChildrenOf(node))
        {
            var entry = block.Keys[_tree[member].Ordinal];
            CheckEntries(member, entry.Values, RedundantEntries.OfValues(entry.Values));
            CheckOldVariables(member, entry.Values);
            if (isNull)
            {
                continue;
            }

            if (op.Qualifier == SetQualifier.ForAllValues && effect == Effect.Allow && !mustBePresent.Contains(entry.Key))
            {
                AddAtKey(PolicyWarningCode.ForAllValuesWithAllow, member, "ForAllValues also holds where the key is absent; add \"Null\": false for it");
            }

            if (hasQualifier && ContextKeyTable.Of(entry.Key).Shape == ContextKeyShape.Single)
            {
                AddAtKey(PolicyWarningCode.SetOperatorOnSingleValuedKey, member, "The key has one value; a set operator is for keys with several");
            }

            if (!hasQualifier && ContextKeyTable.Of(entry.Key).Shape == ContextKeyShape.Multivalued)
            {
                AddAtKey(PolicyWarningCode.MissingSetOperator, member, "The key has several values; without ForAllValues or ForAnyValue an Allow never holds");
            }
        }
    }

    private void AddAtKey(PolicyWarningCode code, int member, string message) => AddAt(code, _tree[member].NameStart, message, PathOf(member));

    private void AddAtValue(PolicyWarningCode code, int node, string message) => AddAt(code, _tree[node].Start, message, PathOf(node));

    /// <summary>Warnings at some entries of a list, given by ascending indexes; or at the bare value in its place. The list's path is made once.</summary>
    private void AddAtItems(PolicyWarningCode code, int list, IEnumerable<int> indexes, string message)
    {
        string? path = null;
        foreach (var item in Items(list, indexes))
        {
            path ??= PathOf(list);
            AddAt(code, _tree[item].Start, message, path, item == list ? -1 : _tree[item].Ordinal);
        }
    }

    /// <summary>The nodes of some entries of a list, given by ascending indexes; the list itself where it is a bare value.</summary>
    private IEnumerable<int> Items(int list, IEnumerable<int> indexes)
    {
        var item = list + 1;
        var ordinal = 0;
        foreach (var index in indexes)
        {
            if (_tree[list].Kind != SourceKind.Array)
            {
                yield return list;
                continue;
            }

            for (; ordinal < index; ordinal++)
            {
                item = _tree[item].Next;
            }

            yield return item;
        }
    }

    private string PathOf(int node) => _document.Source.Origin.Path + SourcePath.Of(_tree, node)[JsonPath.Root.Length..];

    private void AddAt(PolicyWarningCode code, int offset, string message, string path, int index = -1)
    {
        var (line, column) = _document.Source.Origin.PlaceOf(_places, offset);
        _found.Add((offset, new PolicyWarning(code, message, path, index, line, column)));
    }
}
