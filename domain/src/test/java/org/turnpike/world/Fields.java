package org.turnpike.world;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads and writes entities by their fields, as JPA does. */
public final class Fields {
  private Fields() {}

  public static Object get(Object of, String name) {
    try {
      return accessible(of.getClass().getDeclaredField(name)).get(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(of.getClass() + " has no field " + name, e);
    }
  }

  public static void set(Object of, String name, Object value) {
    try {
      accessible(of.getClass().getDeclaredField(name)).set(of, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(of.getClass() + " has no field " + name, e);
    }
  }

  /** A copy of an entity; a record is its own copy. */
  static <E> E copy(E row) {
    if (row instanceof Record) {
      return row;
    }
    try {
      @SuppressWarnings("unchecked")
      Class<E> type = (Class<E>) row.getClass();
      Constructor<E> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      E copy = constructor.newInstance();
      for (Field field : of(row)) {
        Object value = field.get(row);
        field.set(copy, value instanceof Set<?> set ? new HashSet<>(set) : value);
      }
      return copy;
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(row.getClass() + " is no entity", e);
    }
  }

  static boolean same(Object one, Object other) {
    return one instanceof Record
        ? one.equals(other)
        : of(one).stream()
            .allMatch(
                field -> Objects.equals(get(one, field.getName()), get(other, field.getName())));
  }

  private static List<Field> of(Object entity) {
    return Arrays.stream(entity.getClass().getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .map(Fields::accessible)
        .toList();
  }

  private static Field accessible(Field field) {
    field.setAccessible(true);
    return field;
  }
}
