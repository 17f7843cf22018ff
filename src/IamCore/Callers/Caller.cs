using IamCore.Model;

namespace IamCore.Callers;

/// <summary>Somebody whose identity is proven: by a long-term key or by a session. It says who, not what is allowed.</summary>
public abstract class Caller
{
    private protected Caller(AccountId account, ObjectKey entity)
    {
        Account = account;
        Entity = entity;
    }

    /// <summary>The account of the principal.</summary>
    public AccountId Account { get; }

    /// <summary>The user or role that acts, by unique id; the account where its root user acts.</summary>
    public ObjectKey Entity { get; }

    /// <summary>Whether the principal is an account's root user, be it for one task (ST-101).</summary>
    public bool IsRoot => Entity.Kind == ObjectKind.Account;

    /// <summary>What was found out about it when it was last decided about.</summary>
    internal CallerPrincipal? Known
    {
        get => Volatile.Read(ref field);
        set => Volatile.Write(ref field, value);
    }
}
