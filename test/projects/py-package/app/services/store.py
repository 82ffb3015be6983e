from .base import Base


class Store(Base):
    pass
